// The note of a plugin that was built elsewhere: with the OTHER_... values of its target.
#include "facet/build.h"

#ifdef OTHER_SDK
#undef FACET_SDK_VERSION
#define FACET_SDK_VERSION OTHER_SDK
#endif

#ifdef OTHER_LIBTORCH
#undef TORCH_VERSION
#define TORCH_VERSION OTHER_LIBTORCH
#endif

#ifdef OTHER_CXX_ABI
#undef __GXX_ABI_VERSION
#define __GXX_ABI_VERSION OTHER_CXX_ABI
#endif

#ifdef OTHER_STRINGS
#undef _GLIBCXX_USE_CXX11_ABI
#define _GLIBCXX_USE_CXX11_ABI OTHER_STRINGS
#endif

#ifdef OTHER_SANITIZER
#undef FACET_SANITIZER
#define FACET_SANITIZER OTHER_SANITIZER
#endif

#include "plugin_note.cpp"
