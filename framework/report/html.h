#pragma once

#include <string>
#include <vector>

#include "framework/drawing/drawing.h"
#include "framework/figures/text_table.h"

namespace facet {

/// Parts of a page of HTML. Texts are as they are, what they hold is no markup; `body` and what
/// these return is HTML.
std::string html_text(const std::string& text);
std::string html_paragraph(const std::string& text);
std::string html_section(const std::string& id, const std::string& title, const std::string& body);
/// In the place, `id`, of the page that a link leads to.
std::string html_link(const std::string& id, const std::string& text);
/// A drawing with a heading; empty: none.
std::string html_chart(const std::string& heading, const Drawing& drawing);

/// The first row is the heads of the columns, after `num_text_columns` of which numbers follow.
/// Rows whose number is in `marked` stand out.
std::string html_table(const TableRows& rows, std::size_t num_text_columns = all_columns,
                       const std::vector<std::size_t>& marked = {});

}  // namespace facet
