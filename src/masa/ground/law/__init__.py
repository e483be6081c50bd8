"""Law as dated data: instruments, provisions, clocks, bank holidays, differences."""
