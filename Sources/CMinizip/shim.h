#ifndef THAPNIEN_CMINIZIP_SHIM_H
#define THAPNIEN_CMINIZIP_SHIM_H

#include <unzip.h>

#endif
