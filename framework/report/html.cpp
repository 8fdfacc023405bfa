#include "framework/report/html.h"

#include <algorithm>

#include "facet/text.h"
#include "framework/drawing/markup.h"
#include "framework/drawing/svg.h"

namespace facet {

namespace {

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + markup_text(text) + "</" + name.substr(0, name.find(' ')) + ">";
}

}  // namespace

std::string html_text(const std::string& text) {
  return markup_text(text);
}

std::string html_paragraph(const std::string& text) {
  return element("p", text) + "\n";
}

std::string html_section(const std::string& id, const std::string& title, const std::string& body) {
  return "<section id=\"" + id + "\">\n" + element("h2", title) + "\n" + body + "</section>\n";
}

std::string html_link(const std::string& id, const std::string& text) {
  return element("a href=\"#" + id + "\"", text) + "\n";
}

std::string html_chart(const std::string& heading, const Drawing& drawing) {
  return (heading.empty() ? "" : element("h3", heading) + "\n") +
         "<div class=\"chart\" style=\"--width:" + number_text(drawing.width) + "\">\n" +
         to_svg(drawing) + "</div>\n";
}

std::string html_table(const TableRows& rows, std::size_t num_text_columns,
                       const std::vector<std::size_t>& marked) {
  std::string text = "<div class=\"scroll\"><table>\n";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool is_marked = std::ranges::find(marked, row) != marked.end();
    text += is_marked ? "<tr class=\"differs\">" : "<tr>";
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      text += element(std::string(row == 0 ? "th" : "td") +
                          (column < num_text_columns ? " class=\"text\"" : " class=\"number\""),
                      rows[row][column]);
    text += "</tr>\n";
  }
  return text + "</table></div>\n";
}

}  // namespace facet
