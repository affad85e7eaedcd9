#ifndef THAPNIEN_CZLIB_SHIM_H
#define THAPNIEN_CZLIB_SHIM_H

#include <zlib.h>

#endif
