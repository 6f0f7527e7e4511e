/** Source files that a compiler has parsed, by its version and the path. */
module.exports = new Map();
