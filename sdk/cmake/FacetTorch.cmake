# Facet::torch: libtorch from where the user has it. Used by Facet's build and by its package.
#
# FACET_TORCH empty:  the system's (Debian's libtorch-dev)
# FACET_TORCH=DIR:    a Python environment with torch 2.7 or newer, or a folder with include/ and lib/
#
# The target is made from the include and lib folders: a Python torch is a CUDA build whose own CMake
# files want a CUDA toolkit, which Facet does not need. Sets FACET_TORCH_VERSION.

function(facet_torch_folders include_dir lib_dir)
  if(NOT FACET_TORCH)
    find_path(system_include torch/csrc/api/include/torch/version.h NO_CACHE)
    find_library(system_library torch_cpu NO_CACHE)
    if(NOT system_include OR NOT system_library)
      message(FATAL_ERROR "libtorch was not found. Install Debian's libtorch-dev, or point "
        "-DFACET_TORCH= at a Python environment with torch 2.7 or newer.")
    endif()
    cmake_path(GET system_library PARENT_PATH system_lib)
    set(${include_dir} "${system_include}" PARENT_SCOPE)
    set(${lib_dir} "${system_lib}" PARENT_SCOPE)
    return()
  endif()
  file(GLOB packages "${FACET_TORCH}/lib/python3*/site-packages/torch")
  list(PREPEND packages "${FACET_TORCH}")
  foreach(root IN LISTS packages)
    if(EXISTS "${root}/lib/libtorch_cpu.so")
      set(${include_dir} "${root}/include" PARENT_SCOPE)
      set(${lib_dir} "${root}/lib" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "FACET_TORCH=${FACET_TORCH} has no torch: neither "
    "lib/python3*/site-packages/torch/lib/libtorch_cpu.so nor lib/libtorch_cpu.so is there.")
endfunction()

# A libtorch built with the old C++ ABI of libstdc++ cannot be linked with Facet: its functions take
# another std::string (mangled Ss). One that every libtorch has tells.
function(facet_torch_check_abi lib_dir)
  file(STRINGS "${lib_dir}/libc10.so" old_abi LIMIT_COUNT 1
    REGEX "c106detail23torchInternalAssertFailEPKcS2_jS2_RKSs")
  if(old_abi)
    message(FATAL_ERROR "The libtorch in ${lib_dir} was built with the old C++ ABI of libstdc++, as "
      "Python's torch before 2.7 is; Facet needs the new one. Use torch 2.7 or newer.")
  endif()
endfunction()

function(facet_torch_version version include_dir)
  # Newer versions keep the numbers in a second header, which the first includes.
  foreach(header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
    if(EXISTS "${include_dir}/${header}")
      file(READ "${include_dir}/${header}" text)
      if(text MATCHES "define TORCH_VERSION[ \\\n]+\"([^\"]+)\"")
        set(${version} "${CMAKE_MATCH_1}" PARENT_SCOPE)
        return()
      endif()
    endif()
  endforeach()
  message(FATAL_ERROR "No version of libtorch was found in the headers of ${include_dir}.")
endfunction()

if(NOT TARGET Facet::torch)
  facet_torch_folders(facet_torch_include facet_torch_lib)
  facet_torch_check_abi("${facet_torch_lib}")
  facet_torch_version(FACET_TORCH_VERSION "${facet_torch_include}")
  message(STATUS "libtorch ${FACET_TORCH_VERSION} in ${facet_torch_lib}")

  add_library(Facet::torch INTERFACE IMPORTED)
  target_include_directories(Facet::torch SYSTEM INTERFACE
    "${facet_torch_include}" "${facet_torch_include}/torch/csrc/api/include")
  target_link_libraries(Facet::torch INTERFACE
    "${facet_torch_lib}/libtorch_cpu.so" "${facet_torch_lib}/libc10.so")

  # libtorch's parallel loops are OpenMP pragmas in its headers: without -fopenmp they silently run
  # on one thread. A Python torch brings an OpenMP runtime of its own; two in one process would fight.
  target_compile_options(Facet::torch INTERFACE -fopenmp)
  file(GLOB facet_torch_gomp "${facet_torch_lib}/libgomp*.so*")
  if(facet_torch_gomp AND FACET_TORCH)
    list(GET facet_torch_gomp 0 facet_torch_gomp)
    target_link_libraries(Facet::torch INTERFACE "${facet_torch_gomp}")
  else()
    target_link_options(Facet::torch INTERFACE -fopenmp)
  endif()

  # Nothing refers to symbols of libtorch_cuda: as-needed linking would drop it, and CUDA with it.
  # One item, so that CMake keeps the flags and the library together.
  if(EXISTS "${facet_torch_lib}/libtorch_cuda.so")
    target_link_libraries(Facet::torch INTERFACE
      "-Wl,--push-state,--no-as-needed,${facet_torch_lib}/libtorch_cuda.so,--pop-state")
  endif()
endif()
