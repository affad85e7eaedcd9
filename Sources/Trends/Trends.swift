// Trends
