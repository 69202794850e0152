// SPDX-License-Identifier: LGPL-2.1-or-later
/* Names of commands; see command.h. */
#include "command.h"

#include "table.h"

#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#define BUCKETS 256

struct command {
	struct command *next;
	int tid;
	char name[COMMAND_MAX];
};

struct commands {
	struct command *buckets[BUCKETS];
	uint32_t execve, execveat, prctl;
	bool tracked; /* these are in the trace; else /proc is asked again each time */
};

static uint32_t number_of(const char *name)
{
	const struct syscall_desc *row = syscall_by_name(AUDIT_ARCH_X86_64, name);

	return row ? row->nr : UINT32_MAX;
}

struct commands *commands_new(const struct filter *filter)
{
	struct commands *commands = calloc(1, sizeof(*commands));

	if (!commands)
		return NULL;
	commands->execve = number_of("execve");
	commands->execveat = number_of("execveat");
	commands->prctl = number_of("prctl");
	commands->tracked = filter_wants_call(filter, AUDIT_ARCH_X86_64, commands->execve) &&
			    filter_wants_call(filter, AUDIT_ARCH_X86_64, commands->execveat) &&
			    filter_wants_call(filter, AUDIT_ARCH_X86_64, commands->prctl);
	return commands;
}

void commands_free(struct commands *commands)
{
	if (!commands)
		return;
	for (size_t i = 0; i < BUCKETS; i++) {
		while (commands->buckets[i]) {
			struct command *command = commands->buckets[i];

			commands->buckets[i] = command->next;
			free(command);
		}
	}
	free(commands);
}

static struct command **place(struct commands *commands, int tid)
{
	struct command **at = &commands->buckets[(unsigned int)tid % BUCKETS];

	while (*at && (*at)->tid != tid)
		at = &(*at)->next;
	return at;
}

static void ask_proc(int tid, char name[COMMAND_MAX])
{
	char path[64];
	size_t got;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/comm", tid);
	name[0] = '\0';
	file = fopen(path, "re");
	if (!file)
		return;
	got = fread(name, 1, COMMAND_MAX - 1, file);
	fclose(file);
	name[got] = '\0';
	name[strcspn(name, "\n")] = '\0';
}

void commands_task_begin(struct commands *commands, int tid)
{
	struct command **at = place(commands, tid);

	if (!*at) {
		*at = calloc(1, sizeof(**at));
		if (!*at)
			return; /* it has no name, then */
		(*at)->tid = tid;
	}
	ask_proc(tid, (*at)->name);
}

void commands_task_end(struct commands *commands, int tid)
{
	struct command **at = place(commands, tid), *command = *at;

	if (!command)
		return;
	*at = command->next;
	free(command);
}

static const char *string_at(const struct call *call, uint64_t addr)
{
	size_t len;
	const uint8_t *bytes = memory_from(&call->enter, addr, &len, NULL);

	return bytes && memchr(bytes, '\0', len) ? (const char *)bytes : NULL;
}

void commands_after_exit(struct commands *commands, const struct task *task,
			 const struct call *call)
{
	const char *path = NULL, *slash;
	struct command *command;

	if (call->arch != AUDIT_ARCH_X86_64 || !call->exited || call->unknown_ret || call->ret)
		return;
	if (call->nr == commands->execve)
		path = string_at(call, call->args[0]);
	else if (call->nr == commands->execveat)
		path = string_at(call, call->args[1]);
	else if (call->nr == commands->prctl && call->args[0] == PR_SET_NAME)
		path = string_at(call, call->args[1]);
	if (!path)
		return;
	slash = call->nr == commands->prctl ? NULL : strrchr(path, '/');
	command = *place(commands, task->tid);
	if (command)
		snprintf(command->name, sizeof(command->name), "%.15s", slash ? slash + 1 : path);
}

const char *commands_text(struct commands *commands, int tid, char room[COMMAND_MAX])
{
	struct command *command = *place(commands, tid);

	if (command && commands->tracked)
		return command->name;
	ask_proc(tid, room);
	if (command && *room)
		memcpy(command->name, room, COMMAND_MAX);
	return command ? command->name : room;
}
