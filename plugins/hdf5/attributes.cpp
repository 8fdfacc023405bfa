#include "attributes.h"

#include "handle.h"

namespace facet::hdf5 {

namespace {

/// One value of an attribute, opened.
struct Attribute {
  Attribute(hid_t object, const char* name)
      : id(H5Aexists(object, name) > 0 ? H5Aopen(object, name, H5P_DEFAULT) : -1, H5Aclose),
        type(id < 0 ? -1 : H5Aget_type(id), H5Tclose),
        space(id < 0 ? -1 : H5Aget_space(id), H5Sclose) {}

  bool is_one(H5T_class_t asked) const {
    return type >= 0 && H5Tget_class(type) == asked && H5Sget_simple_extent_npoints(space) == 1;
  }

  const Handle id, type, space;
};

std::string variable_text(const Attribute& attribute) {
  const Handle memory(H5Tget_native_type(attribute.type, H5T_DIR_DEFAULT), H5Tclose);
  char* letters = nullptr;
  if (H5Aread(attribute.id, memory, static_cast<void*>(&letters)) < 0 || !letters) return "";
  const std::string text = letters;
  H5Dvlen_reclaim(memory, attribute.space, H5P_DEFAULT, static_cast<void*>(&letters));
  return text;
}

}  // namespace

std::string text_attribute(hid_t object, const char* name) {
  constexpr std::size_t longest = 65536;  // of an attribute that lies in an object's header
  const Attribute attribute(object, name);
  if (!attribute.is_one(H5T_STRING)) return "";
  if (H5Tis_variable_str(attribute.type) > 0) return variable_text(attribute);
  const std::size_t size = H5Tget_size(attribute.type);
  if (size > longest) return "";
  std::string text(size, '\0');
  if (H5Aread(attribute.id, attribute.type, text.data()) < 0) return "";
  return text.c_str();
}

std::optional<std::int64_t> number_attribute(hid_t object, const char* name) {
  const Attribute attribute(object, name);
  std::int64_t number = 0;
  if (!attribute.is_one(H5T_INTEGER) || H5Aread(attribute.id, H5T_NATIVE_INT64, &number) < 0)
    return std::nullopt;
  return number;
}

}  // namespace facet::hdf5
