#pragma once

#include "framework/files/temporary_folder.h"
