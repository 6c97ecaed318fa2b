/** Something that a person at the terminal must put right before Equerry can go on; its message is written for them. */
export class Cannot extends Error {}
