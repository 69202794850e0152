#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# needs: gcc clang-14
# timeout: 120
# Programs that check themselves, each with its own idea of the address space; what they find, too.
cat >program.c <<'END'
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static volatile int racing;
static void *work(void *argument)
{
	for (int i = 1; i < 300; i++) {
		volatile char *bytes = malloc((size_t)i);
		bytes[i - 1] = 1;
		getppid();
		free((void *)bytes);
	}
	return argument;
}
int main(int argc, char **argv)
{
	pthread_t threads[3];
	for (int i = 0; i < 3; i++)
		pthread_create(&threads[i], NULL, work, NULL);
	for (int i = 0; i < 3; i++)
		pthread_join(threads[i], NULL);
	puts("fine");
	fflush(stdout);
	if (argc > 1) {
		volatile char *bytes = malloc(3);
		racing = argv[1][0] == 'o' ? bytes[3] : 0;
		bytes = NULL;
	}
	return 0;
}
END
for sanitizer in address leak thread undefined; do
	gcc -fsanitize=$sanitizer -O0 -pthread -o $sanitizer program.c && ./$sanitizer
	echo "$sanitizer: $?"
done
clang-14 -fsanitize=memory -O0 -pthread -o memory program.c && ./memory
echo "memory: $?"
./address over 2>&1 | grep -o 'ERROR: AddressSanitizer: [a-z-]*'
