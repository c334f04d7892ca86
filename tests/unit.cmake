# SPDX-License-Identifier: GPL-2.0-or-later
#
# Usage: cmake -D "SOURCES=FILE;..." -D OUTPUT=FILE -P unit.cmake
#
# Writes a file that compiles SOURCES at once: their headers, then each of them in a namespace of its
# own, because helpers of different tests have the same names. By then #pragma once has left nothing
# of the headers that they include.
set(headers)
set(bodies)
set(number 0)
foreach(source ${SOURCES})
  file(STRINGS ${source} includes REGEX "^#include ")
  list(APPEND headers ${includes})
  string(APPEND bodies "\nnamespace unit_${number} {\n#include \"${source}\"\n}\n")
  math(EXPR number "${number} + 1")
endforeach()
list(REMOVE_DUPLICATES headers)
list(JOIN headers "\n" headers)
file(WRITE ${OUTPUT} "${headers}\n${bodies}")
