const unsent = ['draft', 'inApproval', 'approved']

/** Whether a version has not gone out for signature: until then its paper is a draft. */
export const isUnsent = (state: string): boolean => unsent.includes(state)

const patience = 60_000

/** Whether a paper has been in the making for so long (a minute) that it may be asked for again. */
export const isLate = (askedAt: Date, now: Date): boolean => now.getTime() - askedAt.getTime() > patience
