// SPDX-License-Identifier: LGPL-2.1-or-later
/* Stack traces; see stack.h. */
#include "stack.h"

#include "../abi/record.h"
#include "json.h"

#include <dlfcn.h>
#include <dwarf.h>
#include <elfutils/libdwfl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 64

/* Of libdw, which is loaded with the four libraries that it needs, only where it is used. */
#define LIBDW "libdw.so.1"
#define FUNCTIONS(X)               \
	X(addrmodule)              \
	X(attach_state)            \
	X(begin)                   \
	X(end)                     \
	X(frame_pc)                \
	X(getthread_frames)        \
	X(lineinfo)                \
	X(linux_proc_find_elf)     \
	X(linux_proc_maps_report)  \
	X(module_addrinfo)         \
	X(module_getsrc)           \
	X(report_begin)            \
	X(report_end)              \
	X(standard_find_debuginfo) \
	X(thread_state_registers)

static struct {
#define POINTER(name) __typeof__(dwfl_##name) *name;
	FUNCTIONS(POINTER)
} libdw;

struct mapping {
	uint64_t start, end, offset;
	char *path;
};

struct image {
	struct image *next;
	int pid;
	char *maps; /* as /proc had it */
	size_t maps_len;
	struct mapping *mappings;
	size_t count;
	Dwfl *dwfl;
};

struct stacks {
	const struct options *options;
	struct image *buckets[BUCKETS];
};

/* One unwinding. */
struct walk {
	struct stacks *stacks;
	struct image *image;
	struct buffer *buffer;
	const struct call *call;
	int tid;
	unsigned int frames;
	bool unknown; /* an address that nothing is mapped at */
};

static int find_elf(Dwfl_Module *module, void **data, const char *name, Dwarf_Addr base,
		    char **ret_file, Elf **ret_elf)
{
	return libdw.linux_proc_find_elf(module, data, name, base, ret_file, ret_elf);
}

static int find_debuginfo(Dwfl_Module *module, void **data, const char *name, Dwarf_Addr base,
			  const char *file, const char *link, GElf_Word crc, char **ret_file)
{
	return libdw.standard_find_debuginfo(module, data, name, base, file, link, crc, ret_file);
}

static const Dwfl_Callbacks callbacks = {
	.find_elf = find_elf,
	.find_debuginfo = find_debuginfo,
};

/* A walk lives as long as one call, its image's Dwfl longer: which is it is said here. */
static struct walk *current;

static pid_t next_thread(Dwfl *dwfl, void *walk, void **thread)
{
	(void)dwfl;
	if (*thread)
		return 0;
	(void)walk;
	*thread = current;
	return current->tid;
}

static bool get_thread(Dwfl *dwfl, pid_t tid, void *walk, void **thread)
{
	(void)dwfl;
	(void)tid;
	(void)walk;
	*thread = current;
	return true;
}

static bool memory_read(Dwfl *dwfl, Dwarf_Addr addr, Dwarf_Word *result, void *data)
{
	const void *bytes = memory_at(&current->call->enter, addr | STACK_MARK, sizeof(*result));

	(void)dwfl;
	(void)data;
	if (bytes)
		memcpy(result, bytes, sizeof(*result));
	return bytes;
}

static bool set_registers(Dwfl_Thread *thread, void *data)
{
	Dwarf_Word registers[STACK_REGISTER_COUNT];
	const void *bytes = memory_at(&current->call->enter, STACK_REGISTERS, sizeof(registers));

	(void)data;
	if (!bytes)
		return false;
	memcpy(registers, bytes, sizeof(registers));
	return libdw.thread_state_registers(thread, 0, STACK_REGISTER_COUNT, registers);
}

static const Dwfl_Thread_Callbacks thread_callbacks = {
	.next_thread = next_thread,
	.get_thread = get_thread,
	.memory_read = memory_read,
	.set_initial_registers = set_registers,
};

static void image_clear(struct image *image)
{
	for (size_t i = 0; i < image->count; i++)
		free(image->mappings[i].path);
	free(image->mappings);
	free(image->maps);
	if (image->dwfl)
		libdw.end(image->dwfl);
	*image = (struct image){ .next = image->next, .pid = image->pid };
}

static void add_mapping(struct image *image, const char *line)
{
	struct mapping mapping, *all;
	int path = 0;

	if (sscanf(line, "%" SCNx64 "-%" SCNx64 " %*s %" SCNx64 " %*s %*s %n", &mapping.start,
		   &mapping.end, &mapping.offset, &path) < 3)
		return;
	all = realloc(image->mappings, (image->count + 1) * sizeof(*all));
	if (!all)
		return;
	image->mappings = all;
	mapping.path = path ? strdup(line + path) : NULL;
	if (mapping.path)
		mapping.path[strcspn(mapping.path, "\n")] = '\0';
	all[image->count++] = mapping;
}

static char *read_maps(int pid, size_t *ret_len)
{
	char path[64], *text = NULL;
	size_t size = 0, used = 0, got;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	file = fopen(path, "re");
	if (!file)
		return NULL;
	do {
		if (size - used < 65536) {
			char *more = realloc(text, size + 262144);

			if (!more)
				break;
			text = more;
			size += 262144;
		}
		got = fread(text + used, 1, size - used - 1, file);
		used += got;
	} while (got);
	fclose(file);
	if (text)
		text[used] = '\0';
	*ret_len = used;
	return text;
}

/* Whether something new was learnt. */
static bool image_learn(struct image *image)
{
	size_t len = 0;
	char *maps = read_maps(image->pid, &len);
	FILE *file;

	if (!maps || !len ||
	    (image->maps && image->maps_len == len && !memcmp(image->maps, maps, len))) {
		free(maps);
		return false;
	}
	image_clear(image);
	image->maps = maps;
	image->maps_len = len;
	for (const char *line = maps; line && *line; line = strchr(line, '\n') + 1)
		add_mapping(image, line);
	image->dwfl = libdw.begin(&callbacks);
	file = fmemopen(maps, len, "r");
	if (!image->dwfl || !file)
		return false;
	libdw.report_begin(image->dwfl);
	libdw.linux_proc_maps_report(image->dwfl, file);
	fclose(file);
	libdw.report_end(image->dwfl, NULL, NULL);
	libdw.attach_state(image->dwfl, NULL, image->pid, &thread_callbacks, NULL);
	return true;
}

static struct image *image_of(struct stacks *stacks, int pid)
{
	struct image **at = &stacks->buckets[(unsigned int)pid % BUCKETS];

	while (*at && (*at)->pid != pid)
		at = &(*at)->next;
	if (!*at) {
		*at = calloc(1, sizeof(**at));
		if (*at)
			(*at)->pid = pid;
	}
	return *at;
}

static const struct mapping *mapping_at(const struct image *image, uint64_t pc)
{
	for (size_t i = 0; i < image->count; i++)
		if (pc >= image->mappings[i].start && pc < image->mappings[i].end)
			return &image->mappings[i];
	return NULL;
}

static void put_hex(struct buffer *buffer, uint64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "0x%" PRIx64, number);
	buffer_string(buffer, text);
}

struct frame {
	uint64_t pc;
	const char *path; /* NULL: nothing is mapped there */
	uint64_t in_file;
	const char *symbol; /* NULL: none */
	uint64_t in_symbol;
	const char *source; /* -kk; NULL: not known */
	int line;
};

static void put_text(struct buffer *buffer, const struct frame *frame)
{
	buffer_string(buffer, " > ");
	if (!frame->path) {
		buffer_string(buffer, "unexpected_backtracing_error [");
		put_hex(buffer, frame->pc);
		buffer_string(buffer, "]\n");
		return;
	}
	buffer_string(buffer, frame->path);
	buffer_char(buffer, '(');
	if (frame->symbol) {
		buffer_string(buffer, frame->symbol);
		buffer_char(buffer, '+');
		put_hex(buffer, frame->in_symbol);
	}
	buffer_string(buffer, ") [");
	put_hex(buffer, frame->in_file);
	buffer_char(buffer, ']');
	if (frame->source) {
		buffer_char(buffer, ' ');
		buffer_string(buffer, frame->source);
		buffer_char(buffer, ':');
		buffer_signed(buffer, frame->line);
	}
	buffer_char(buffer, '\n');
}

static void put_json(struct buffer *buffer, const struct frame *frame, bool first)
{
	if (!first)
		buffer_char(buffer, ',');
	buffer_string(buffer, "{\"address\":\"");
	put_hex(buffer, frame->pc);
	buffer_char(buffer, '"');
	if (frame->path) {
		buffer_string(buffer, ",\"file\":");
		json_string(buffer, frame->path, strlen(frame->path));
		buffer_string(buffer, ",\"offset\":");
		buffer_decimal(buffer, frame->in_file);
	}
	if (frame->symbol) {
		buffer_string(buffer, ",\"symbol\":");
		json_string(buffer, frame->symbol, strlen(frame->symbol));
		buffer_string(buffer, ",\"symbol_offset\":");
		buffer_decimal(buffer, frame->in_symbol);
	}
	if (frame->source) {
		buffer_string(buffer, ",\"source\":");
		json_string(buffer, frame->source, strlen(frame->source));
		buffer_string(buffer, ",\"line\":");
		buffer_signed(buffer, frame->line);
	}
	buffer_char(buffer, '}');
}

static void describe(struct walk *walk, struct frame *frame, uint64_t of)
{
	const struct mapping *mapping = mapping_at(walk->image, of);
	Dwfl_Module *module;
	GElf_Off offset;
	GElf_Sym symbol;

	if (!mapping) {
		walk->unknown = true;
		return;
	}
	frame->path = mapping->path ? mapping->path : "";
	frame->in_file = frame->pc - mapping->start + mapping->offset;
	module = libdw.addrmodule(walk->image->dwfl, of);
	if (!module)
		return;
	frame->symbol = libdw.module_addrinfo(module, of, &offset, &symbol, NULL, NULL, NULL);
	frame->in_symbol = offset + (frame->pc - of);
	if (walk->stacks->options->stack_sources) {
		Dwfl_Line *line = libdw.module_getsrc(module, of);

		if (line)
			frame->source = libdw.lineinfo(line, NULL, &frame->line, NULL, NULL, NULL);
	}
}

static int one_frame(Dwfl_Frame *state, void *data)
{
	struct walk *walk = data;
	struct frame frame = { 0 };
	bool activation;

	if (!libdw.frame_pc(state, &frame.pc, &activation))
		return DWARF_CB_ABORT;
	/* A return address may be that of the next function already. */
	describe(walk, &frame, frame.pc - (activation ? 0 : 1));
	if (walk->stacks->options->json)
		put_json(walk->buffer, &frame, !walk->frames);
	else
		put_text(walk->buffer, &frame);
	return ++walk->frames >= walk->stacks->options->stack_frames ? DWARF_CB_ABORT : DWARF_CB_OK;
}

void stacks_put(struct stacks *stacks, struct buffer *buffer, const struct task *task,
		const struct call *call)
{
	struct walk walk = {
		.stacks = stacks,
		.image = image_of(stacks, task->pid),
		.buffer = buffer,
		.call = call,
		.tid = task->tid,
	};
	size_t used = buffer->used;

	if (!walk.image)
		return;
	if (!walk.image->dwfl && !image_learn(walk.image))
		return;
	current = &walk;
	libdw.getthread_frames(walk.image->dwfl, walk.tid, one_frame, &walk);
	/* It has mapped something since: once more, with that. */
	if ((walk.unknown || !walk.frames) && image_learn(walk.image)) {
		buffer->used = used;
		walk.frames = 0;
		libdw.getthread_frames(walk.image->dwfl, walk.tid, one_frame, &walk);
	}
	current = NULL;
}

void stacks_look(struct stacks *stacks, int pid)
{
	struct image *image = image_of(stacks, pid);

	if (image)
		image_learn(image);
}

void stacks_forget(struct stacks *stacks, int pid)
{
	struct image **at = &stacks->buckets[(unsigned int)pid % BUCKETS];

	while (*at && (*at)->pid != pid)
		at = &(*at)->next;
	if (*at) {
		struct image *image = *at;

		*at = image->next;
		image_clear(image);
		free(image);
	}
}

static int missing(const char *what)
{
	fprintf(stderr, "self_ptrace: -k needs elfutils' libdw (Debian: libdw1): %s\n", what);
	return -1;
}

int stacks_prepare(const struct options *options)
{
	void *library;

	if (!options->stacks)
		return 0;
	library = dlopen(LIBDW, RTLD_NOW);
	if (!library)
		return missing(dlerror());
#define LOAD(name)                                                          \
	libdw.name = (__typeof__(libdw.name))dlsym(library, "dwfl_" #name); \
	if (!libdw.name)                                                    \
		return missing("it has no dwfl_" #name);
	FUNCTIONS(LOAD)
	return 0;
}

struct stacks *stacks_new(const struct options *options)
{
	struct stacks *stacks = calloc(1, sizeof(*stacks));

	if (stacks)
		stacks->options = options;
	return stacks;
}

void stacks_free(struct stacks *stacks)
{
	if (!stacks)
		return;
	for (size_t i = 0; i < BUCKETS; i++)
		while (stacks->buckets[i])
			stacks_forget(stacks, stacks->buckets[i]->pid);
	free(stacks);
}
