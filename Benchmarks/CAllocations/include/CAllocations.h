#ifndef CALLOCATIONS_H
#define CALLOCATIONS_H

#include <stdbool.h>

/// Counts every call of the malloc family in this process, whichever library makes it. Between begin and end, one
/// relaxed atomic addition a call; otherwise nothing but a branch.
void allocations_begin(void);

/// The calls since `allocations_begin`.
long allocations_end(void);

/// Whether they can be counted on this system (glibc).
bool allocations_are_counted(void);

/// The bytes that malloc has given away and that haven't come back, whoever holds them; 0 where that can't be told.
long allocations_bytes_in_use(void);

#endif
