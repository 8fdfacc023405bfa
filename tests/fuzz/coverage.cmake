# Everything tells which of its blocks are entered; linked into everything is one who does not listen.
add_library(no_coverage OBJECT ${PROJECT_SOURCE_DIR}/tests/fuzz/no_coverage.cpp)
set_target_properties(no_coverage PROPERTIES POSITION_INDEPENDENT_CODE ON)
add_compile_options(-fsanitize-coverage=trace-pc,trace-cmp)
link_libraries($<TARGET_OBJECTS:no_coverage>)
