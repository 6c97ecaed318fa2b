/** The polyfill must be there before any module that reads a date is evaluated, so the desk itself is imported after it. */
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
await import('./start.tsx')

export {}
