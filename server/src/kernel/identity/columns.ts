/** Names of the encrypted columns, as the cipher binds values to them. */
export const columns = {
  documentNumber: 'identity.person.document_number',
  mobile: 'identity.person.mobile',
  totpSecret: 'identity.credential.totp_secret',
} as const;
