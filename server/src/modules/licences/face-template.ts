/** Licences as documents that are made with a template. */
export const licenceDocument = 'licence';
/** Kind of the template of their face. */
export const faceKind = 'licence-face';
