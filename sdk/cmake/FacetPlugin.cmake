# facet_add_plugin(NAME SOURCES files... [VERSION version] [LIBRARIES targets...]
#                  [KERNELS [AVX2 files...] [AVX512 files...] [CUDA files...]])
#
# Builds the plugin NAME: the file NAME.so, and NAME.components.json beside it, which says what the
# plugin offers. NAME is a target like any other; its default version is the project's.
#
# LIBRARIES are targets of shared libraries of the same project that the plugin is linked with and
# brings along: they are copied into the folder lib/ beside it, from where the host loads them before
# the plugin. A library that such a library needs is named, too.
#
# KERNELS are sources for some processors only; the rest of the plugin is compiled for all.
#   AVX2    with -mavx2 -mfma
#   AVX512  with -mavx512f -mavx512bw -mavx512dq -mavx512vl beside these
#   CUDA    by the CUDA toolkit's compiler, as C++17: CMake 3.25 can ask it for no more
# They are left out where the compiler knows no such processor, or no CUDA toolkit is found; where
# they are in, the whole plugin sees FACET_KERNELS_AVX2, FACET_KERNELS_AVX512, FACET_KERNELS_CUDA.
# Whether the processor has the instructions is for the plugin to ask, when it runs
# (__builtin_cpu_supports). AVX2 and AVX512 sources hold code on raw pointers only: an inline function
# of std or libtorch would be compiled with their flags, and the linker, which keeps one of all copies,
# might keep that one for the whole plugin. For the same reason no unity build includes them.
#
# Where the project says no build type, the plugin is compiled with -O3.
#
# A plugin shows nothing but its entry point (hidden visibility), shares no static objects with other
# plugins (-fno-gnu-unique: by default those of inline functions and templates are one for the whole
# process), and takes libtorch and the sdk from the host (no RPATH: a second libtorch could be
# loaded).

include(CheckCXXCompilerFlag)
include(CheckLanguage)

# How the C++ of a plugin is compiled and linked: here, and by `facet plugin build`.
function(facet_plugin_options compile_options link_options)
  set(options -fvisibility=hidden -fvisibility-inlines-hidden)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    list(APPEND options -fno-gnu-unique)
  endif()
  set(${compile_options} ${options} PARENT_SCOPE)
  set(${link_options} -Wl,-z,defs PARENT_SCOPE)
endfunction()

# A macro, since a language that is enabled in a function is gone when the function returns.
macro(facet_add_plugin name)
  set(facet_plugin_arguments ${ARGN})
  if(CUDA IN_LIST facet_plugin_arguments)
    check_language(CUDA)
    if(CMAKE_CUDA_COMPILER)
      enable_language(CUDA)
    endif()
  endif()
  facet_build_plugin(${name} ${ARGN})
endmacro()

function(facet_build_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "" "VERSION" "SOURCES;LIBRARIES;KERNELS")
  cmake_parse_arguments(kernels "" "" "AVX2;AVX512;CUDA" ${plugin_KERNELS})
  if(NOT plugin_SOURCES OR plugin_UNPARSED_ARGUMENTS OR kernels_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "facet_add_plugin(${name}): write facet_add_plugin(NAME SOURCES files... "
      "[VERSION version] [LIBRARIES targets...] "
      "[KERNELS [AVX2 files...] [AVX512 files...] [CUDA files...]])")
  endif()
  if(NOT plugin_VERSION)
    set(plugin_VERSION ${PROJECT_VERSION})
  endif()

  add_library(${name} MODULE ${plugin_SOURCES} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin_note.cpp)
  target_link_libraries(${name} PRIVATE Facet::sdk)
  target_compile_definitions(${name} PRIVATE
    FACET_PLUGIN_NAME="${name}" FACET_PLUGIN_VERSION="${plugin_VERSION}")
  facet_plugin_options(compile_options link_options)
  target_compile_options(${name} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${compile_options}>")
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    target_compile_options(${name} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-O3>)
  endif()
  target_link_options(${name} PRIVATE ${link_options})
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    CUDA_VISIBILITY_PRESET hidden
    CUDA_STANDARD 17
    SKIP_BUILD_RPATH ON
    INSTALL_RPATH ""
    INSTALL_RPATH_USE_LINK_PATH OFF)
  foreach(group AVX2 AVX512 CUDA)
    if(kernels_${group})
      facet_add_kernels(${name} ${group} ${kernels_${group}})
    endif()
  endforeach()

  if(DEFINED FACET_PLUGIN_FOLDER)
    facet_keep_with_host(${name})
  endif()
  if(plugin_LIBRARIES)
    facet_bring_libraries(${name} ${plugin_LIBRARIES})
  endif()
  facet_write_components(${name})
endfunction()

# Before the plugin is linked, so that they lie there when it is loaded after the build. The host finds
# them by itself; $ORIGIN is for ldd and other programs that look into the files.
function(facet_bring_libraries name)
  set_target_properties(${name} PROPERTIES
    SKIP_BUILD_RPATH OFF
    BUILD_WITH_INSTALL_RPATH ON
    INSTALL_RPATH "\$ORIGIN/lib")
  target_link_libraries(${name} PRIVATE ${ARGN})
  set(folder $<TARGET_FILE_DIR:${name}>/lib)
  foreach(library IN LISTS ARGN)
    set_target_properties(${library} PROPERTIES
      BUILD_WITH_INSTALL_RPATH ON
      INSTALL_RPATH "\$ORIGIN")
    set(copy ${folder}/$<TARGET_SONAME_FILE_NAME:${library}>)
    add_custom_command(TARGET ${name} PRE_LINK
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:${library}> ${copy}
      COMMAND chmod go-w ${folder} ${copy}
      VERBATIM)
  endforeach()
endfunction()

function(facet_add_kernels name group)
  set(flags_AVX2 -mavx2 -mfma)
  set(flags_AVX512 -mavx512f -mavx512bw -mavx512dq -mavx512vl ${flags_AVX2})
  set(flags_CUDA "")
  if(group STREQUAL CUDA)
    set(FACET_COMPILES_CUDA "${CMAKE_CUDA_COMPILER}")
  else()
    string(JOIN " " flags ${flags_${group}})
    check_cxx_compiler_flag("${flags}" FACET_COMPILES_${group})
  endif()
  if(NOT FACET_COMPILES_${group})
    return()
  endif()
  target_sources(${name} PRIVATE ${ARGN})
  target_compile_definitions(${name} PRIVATE FACET_KERNELS_${group})
  set_source_files_properties(${ARGN} PROPERTIES
    COMPILE_OPTIONS "${flags_${group}}" SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# The plugins that come with Facet lie where the host looks first, in the build tree as installed.
function(facet_keep_with_host name)
  set_target_properties(${name} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${FACET_PLUGIN_FOLDER})
  install(TARGETS ${name} LIBRARY DESTINATION ${FACET_PLUGIN_FOLDER})
  install(FILES ${PROJECT_BINARY_DIR}/${FACET_PLUGIN_FOLDER}/${name}.components.json
    DESTINATION ${FACET_PLUGIN_FOLDER})
endfunction()

# After the build the plugin is loaded once, in a process of its own, to write down what it offers.
# The host refuses what others may write to, so a group's permission is taken away.
function(facet_write_components name)
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS $<TARGET_FILE:Facet::describe_plugin>)
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND chmod go-w $<TARGET_FILE:${name}> $<TARGET_FILE_DIR:${name}>
    COMMAND Facet::describe_plugin $<TARGET_FILE:${name}>
      $<TARGET_FILE_DIR:${name}>/${name}.components.json
    VERBATIM)
endfunction()

# facet_add_conformance_test(PLUGIN [COMPONENT component [SET key=value...]] [SAMPLE file])
#
# Adds the test PLUGIN.conformance (with a component: PLUGIN.conformance.COMPONENT), in which `facet
# plugin check` tries whether the plugin keeps what the headers of the sdk promise. SET gives options of
# the component, SAMPLE a file for a reader to read.
function(facet_add_conformance_test plugin)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "COMPONENT;SAMPLE" "SET")
  if(test_UNPARSED_ARGUMENTS OR (test_SET AND NOT test_COMPONENT))
    message(FATAL_ERROR "facet_add_conformance_test(${plugin}): write facet_add_conformance_test("
      "PLUGIN [COMPONENT component [SET key=value...]] [SAMPLE file])")
  endif()
  set(name ${plugin}.conformance)
  set(arguments ${test_COMPONENT})
  if(test_COMPONENT)
    string(APPEND name .${test_COMPONENT})
  endif()
  foreach(assignment IN LISTS test_SET)
    list(APPEND arguments --set ${assignment})
  endforeach()
  if(test_SAMPLE)
    list(APPEND arguments --sample ${test_SAMPLE})
  endif()
  add_test(NAME ${name}
    COMMAND Facet::facet plugin check $<TARGET_FILE:${plugin}> ${arguments})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT OMP_NUM_THREADS=1 TIMEOUT 1500)
endfunction()

# facet_add_pack(NAME PLUGINS plugins... [LIBRARIES targets...] FILES files...)
#
# Makes the folder NAME in the build folder a pack: the plugins that facet_add_plugin builds, the
# shared libraries that all of them are linked with and bring along, and the files, a pack.toml among
# them. `facet pack build NAME` takes it from there.
function(facet_add_pack name)
  cmake_parse_arguments(PARSE_ARGV 1 pack "" "" "PLUGINS;LIBRARIES;FILES")
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set_target_properties(${pack_PLUGINS} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${folder})
  if(pack_LIBRARIES)
    foreach(plugin IN LISTS pack_PLUGINS)
      facet_bring_libraries(${plugin} ${pack_LIBRARIES})
    endforeach()
  endif()
  foreach(file IN LISTS pack_FILES)
    cmake_path(GET file FILENAME filename)
    configure_file(${file} ${folder}/${filename} COPYONLY)
  endforeach()
endfunction()
