// CSVCore
