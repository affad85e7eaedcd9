#ifndef THAPNIEN_CEXPAT_SHIM_H
#define THAPNIEN_CEXPAT_SHIM_H

#include <expat.h>

#endif
