import * as z from 'zod'

// Shapes are read with zod, whose compiled readers the content security policy forbids. Imported before any shape is made.
z.config({ jitless: true })
