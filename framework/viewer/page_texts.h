#pragma once

namespace facet {

/// page.html, page.css and the scripts beside them, in the order in which a page needs them.
extern const char* const page_text;
extern const char* const style_text;
extern const char* const script_text;

}  // namespace facet
