// Briefings
