/** Typed text and other private data kept in this browser start with it; leaving the session clears them. */
export const privatePrefix = 'tongban.workbench.private.';
