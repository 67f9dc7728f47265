/** A process that ends with this code was refused by a check and must not be started again. */
export const refused = 78
