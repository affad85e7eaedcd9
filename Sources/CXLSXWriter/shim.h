#ifndef THAPNIEN_CXLSXWRITER_SHIM_H
#define THAPNIEN_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
