import type { ConfirmationReader } from '../../desk/travel/reading/model.ts'

export const readConfirmation: ConfirmationReader = async ({ bytes }) => ({
  form: 'text',
  text: new TextDecoder().decode(bytes),
  subject: null,
  from: null,
  sentAt: null,
  proposals: [],
  remarks: ['Nothing in it could be read as a booking.'],
})
