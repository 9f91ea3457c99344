// Defence in depth: once the first screen stands, nothing can slip a property under every object any more.
setTimeout(() => Object.freeze(Object.prototype), 1000);
