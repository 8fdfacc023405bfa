# Facet::torch: libtorch from where the user has it.
#
# FACET_TORCH empty:  the system's (Debian's libtorch-dev)
# FACET_TORCH=DIR:    a Python environment with torch 2.7 or newer, or a folder with include/ and lib/
#
# The imported target is made from the include and lib folders: a Python torch is a CUDA build whose
# own CMake files want a CUDA toolkit, which Facet does not need.

function(facet_torch_folders include_dir lib_dir)
  if(NOT FACET_TORCH)
    find_path(include torch/csrc/api/include/torch/version.h NO_CACHE)
    find_library(system_library torch_cpu NO_CACHE)
    if(NOT include OR NOT system_library)
      message(FATAL_ERROR "libtorch was not found. Install Debian's libtorch-dev, or point "
        "-DFACET_TORCH= at a Python environment with torch 2.7 or newer.")
    endif()
    get_filename_component(lib "${system_library}" DIRECTORY)
  else()
    file(GLOB packages "${FACET_TORCH}/lib/python3*/site-packages/torch")
    set(root "${FACET_TORCH}")
    if(packages)
      list(GET packages 0 root)
    endif()
    set(include "${root}/include")
    set(lib "${root}/lib")
    if(NOT EXISTS "${lib}/libtorch_cpu.so")
      message(FATAL_ERROR "FACET_TORCH=${FACET_TORCH} has no torch: neither "
        "lib/python3*/site-packages/torch nor lib/libtorch_cpu.so is there.")
    endif()
  endif()
  set(${include_dir} "${include}" PARENT_SCOPE)
  set(${lib_dir} "${lib}" PARENT_SCOPE)
endfunction()

# A libtorch built with the old C++ ABI of libstdc++ cannot be linked with Facet.
function(facet_torch_check_abi lib_dir)
  find_program(readelf_program NAMES readelf)
  if(NOT readelf_program)
    return()
  endif()
  execute_process(COMMAND ${readelf_program} --dyn-syms --wide ${lib_dir}/libc10.so
    OUTPUT_VARIABLE symbols ERROR_QUIET)
  if(NOT symbols MATCHES "__cxx11")
    message(FATAL_ERROR "The libtorch in ${lib_dir} was built with the old C++ ABI of libstdc++ "
      "(Python's torch before 2.7 is); Facet needs the new one. Use torch 2.7 or newer.")
  endif()
endfunction()

if(NOT TARGET Facet::torch)
  facet_torch_folders(torch_include torch_lib)
  facet_torch_check_abi(${torch_lib})

  add_library(Facet::torch INTERFACE IMPORTED)
  target_include_directories(Facet::torch SYSTEM INTERFACE
    ${torch_include} ${torch_include}/torch/csrc/api/include)
  # libtorch's parallel loops are OpenMP pragmas in its headers: without -fopenmp they silently run
  # on one thread.
  target_compile_options(Facet::torch INTERFACE -fopenmp)
  target_link_libraries(Facet::torch INTERFACE
    ${torch_lib}/libtorch.so ${torch_lib}/libtorch_cpu.so ${torch_lib}/libc10.so)

  # A Python torch brings an OpenMP runtime of its own; two in one process would fight.
  file(GLOB own_gomp ${torch_lib}/libgomp*.so* ${torch_lib}/../../torch.libs/libgomp*.so*)
  if(own_gomp)
    list(GET own_gomp 0 own_gomp)
    target_link_libraries(Facet::torch INTERFACE ${own_gomp})
  else()
    target_link_options(Facet::torch INTERFACE -fopenmp)
  endif()

  # Nothing refers to symbols of libtorch_cuda: as-needed linking would drop it, and CUDA with it.
  if(EXISTS ${torch_lib}/libtorch_cuda.so)
    target_link_libraries(Facet::torch INTERFACE
      -Wl,--no-as-needed ${torch_lib}/libtorch_cuda.so ${torch_lib}/libc10_cuda.so -Wl,--as-needed)
  endif()

  file(READ ${torch_include}/torch/csrc/api/include/torch/version.h version_header)
  string(REGEX REPLACE ".*# *define TORCH_VERSION[ \\\n]+\"([^\"]+)\".*" "\\1"
    FACET_TORCH_VERSION "${version_header}")
  message(STATUS "libtorch ${FACET_TORCH_VERSION} in ${torch_lib}")
endif()
