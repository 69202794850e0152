// SPDX-License-Identifier: LGPL-2.1-or-later
/* A 32-bit program that answers each byte with "y", and ends with status 3 after the last. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <unistd.h>

int main(void)
{
	char byte;

	while (read(0, &byte, 1) == 1)
		if (write(1, "y", 1) != 1)
			return 1;
	return 3;
}
