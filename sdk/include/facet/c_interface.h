#pragma once

/* The C interface: criterions and distributions in C99, or in any language that can show a C
 * function. A plugin that uses nothing else of Facet runs, as it was built, with every version of
 * Facet, libtorch and compiler that has the same FACET_C_INTERFACE. It is one library with one
 * FACET_C_PLUGIN("my_plugin", "1.0.0", plugin), built by
 *
 *     cc -std=c99 -O2 -fPIC -shared -fvisibility=hidden -I include -o my_plugin.so my_plugin.c
 *     facet-describe-plugin my_plugin.so my_plugin.components.json
 *
 * Functions return 0, or anything else after writing why to `error`, which is told with the name of
 * the component. No exception and no longjmp leaves one, and none ends the process. What the host
 * hands over lives until the function returns, if nothing else is said.
 *
 * While the number is the same, structs that begin with `size` (sizeof, as their maker knows them)
 * and lists of constants may grow at their end; all else stays. 0 and NULL: nothing is said. */

#include <stddef.h>
#include <stdint.h>

#define FACET_C_INTERFACE 1

/* Laid out as DLPack's DLTensor: a pointer can be cast. On the CPU; the last index runs fastest. */
typedef struct facet_tensor {
  void* data;
  int32_t device_type, device_id, ndim; /* device 1, 0: the CPU */
  uint8_t code, bits;                   /* 2, 64: double; 2, 32: float; 0, 64: int64_t */
  uint16_t lanes;                       /* 1 */
  int64_t *shape, *strides;
  uint64_t byte_offset; /* 0 */
} facet_tensor;

typedef struct facet_message { /* ends with '\0' */
  char* text;
  size_t size;
} facet_message;

/* What a config may say of a component; the host checks it. Types and bounds: */
enum { FACET_BOOLEAN, FACET_INTEGER, FACET_NUMBER, FACET_TEXT, FACET_LABEL };
enum { FACET_ABOVE = 1, FACET_AT_LEAST = 2, FACET_BELOW = 4, FACET_AT_MOST = 8 };

typedef struct facet_value {
  int64_t integer;  /* FACET_INTEGER, FACET_BOOLEAN (0 or 1) */
  double number;    /* FACET_NUMBER */
  const char* text; /* FACET_TEXT, in UTF-8 */
  /* FACET_LABEL, for distributions: a row for each bin of the recording. Continuous: T x d double,
   * scaled and weighted as the config says; discrete: T int64_t. Has no default: NULL then. */
  const facet_tensor* label;
} facet_value;

typedef struct facet_option {
  const char *name, *doc;
  int32_t type, required, bounds; /* `required` (0 or 1) has no default; which bounds it has */
  facet_value default_value;
  double lower, upper;
  const char* const* choices; /* of a text, ended by NULL; NULL: any */
} facet_option;

typedef struct facet_component {
  const char *name, *summary;                    /* letters, digits, '.', '_', '-'; one line */
  const char *formula, *shapes, *units, *source; /* for the reference; may be NULL */
  const facet_option* options;
  size_t num_options;
} facet_component;

/* A contrastive loss and its derivatives. One thread at a time. Flags: takes float, not double;
 * takes inputs of length 1; `total` is an InfoNCE in nats, without log M subtracted. */
enum { FACET_FLOAT32 = 1, FACET_UNIT_LENGTH = 2, FACET_INFO_NCE = 4 };

typedef struct facet_step {
  size_t size;
  const facet_tensor *reference, *positive, *negative; /* B x d, B x d; M x d, met by every one */
  /* Where to write the derivatives of `total`: zero until then; all NULL where nobody asks. */
  const facet_tensor *reference_gradient, *positive_gradient, *negative_gradient;
  double total, alignment, uniformity; /* to be set: the loss; what pulls, what pushes apart */
} facet_step;

typedef struct facet_criterion {
  size_t size;
  facet_component component;
  uint64_t flags;
  /* `values`: of the options, in their order; they live until destroy. */
  int (*create)(const facet_value* values, void** criterion, facet_message* error);
  int (*forward)(void* criterion, facet_step* step, facet_message* error);
  void (*destroy)(void* criterion);
} facet_criterion;

typedef struct facet_segment { /* bins [begin, end), numbered over all sessions */
  int64_t begin, end, session;
} facet_segment;

typedef struct facet_space { /* ascending, disjoint segments */
  size_t size;
  const facet_segment *training, *bins; /* training data; what of it may be drawn, as windows fit */
  size_t num_training, num_bins;        /* how many segments */
} facet_space;

typedef struct facet_random { /* the only source of randomness: the same seed gives the same run */
  size_t size;
  void* state;
  uint64_t (*bits)(void* state);
  int64_t (*below)(void* state, int64_t n); /* uniform in [0, n), n > 0 */
  double (*uniform)(void* state);           /* in [0, 1) */
  double (*normal)(void* state);
} facet_random;

typedef struct facet_distribution { /* draws positives */
  size_t size;
  facet_component component;
  /* Fails where the space does not serve. `values` and `space` live until destroy. */
  int (*create)(const facet_value* values, const facet_space* space, void** distribution,
                facet_message* error);
  /* Which bins of the space have a positive: asked once, live until destroy. NULL: all have. */
  int (*references)(const void* distribution, const facet_segment** bins, size_t* num_bins,
                    facet_message* error);
  /* Writes a bin of the space for each reference: of each session as many as it has references.
   * Called from several threads at once. */
  int (*sample)(const void* distribution, const int64_t* references, size_t num_references,
                const facet_random* random, int64_t* positives, facet_message* error);
  void (*destroy)(void* distribution);
} facet_distribution;

typedef struct facet_plugin {
  size_t size;
  const facet_criterion* const* criterions;
  const facet_distribution* const* distributions;
  size_t num_criterions, num_distributions;
} facet_plugin;

/* A note that the host reads before it runs any code, and the function that it calls then. NAME is
 * the file's. Other languages write the bytes of facet_note into a section `.note.facet`. */
#ifdef __cplusplus
#define FACET_C_LINKAGE_ extern "C"
#else
#define FACET_C_LINKAGE_ extern
#endif
#define FACET_C_PLUGIN(name, version, plugin)                                                  \
  static const struct {                                                                        \
    uint32_t owner_size, text_size, type;                                                      \
    char owner[8], text[sizeof FACET_C_NOTE_(name, version, FACET_C_INTERFACE)];               \
  } facet_note __attribute__((section(".note.facet"), used, aligned(4))) = {                   \
      6, sizeof facet_note.text, 1, "Facet", FACET_C_NOTE_(name, version, FACET_C_INTERFACE)}; \
  FACET_C_LINKAGE_ const facet_plugin* facet_c_plugin(void)                                    \
      __attribute__((visibility("default")));                                                  \
  const facet_plugin* facet_c_plugin(void) {                                                   \
    return &(plugin);                                                                          \
  }
#define FACET_C_NOTE_(name, version, number) FACET_C_TEXT_(name, version, number)
#define FACET_C_TEXT_(name, version, number) \
  "plugin=" name "\nversion=" version "\nc-interface=" #number "\n"
