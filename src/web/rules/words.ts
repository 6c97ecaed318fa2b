/** The three weights, as an assistant says them. */
export const weightWords = { never: 'never', avoid: 'avoid', prefer: 'prefer not' } as const
export const weightTones = { never: 'red', avoid: 'amber', prefer: 'blue' } as const
