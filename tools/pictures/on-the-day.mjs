// Loaded before the program (node --import), so that a picture made on any day shows the same day.
const day = Date.parse('2026-11-22T10:00:00+08:00');
Date.now = () => day;
