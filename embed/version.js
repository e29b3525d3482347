/** The version of embed.js. What was released under one never changes: whoever changes the script gives it another (docs/embedding.md). */
export const VERSION = "1.0.0";
