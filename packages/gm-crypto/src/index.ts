export { deriveKey, hmacSm3, sm3 } from './sm3.ts';
export { ColumnCipherError, createColumnCipher, type ColumnCipher, type ColumnKey } from './column-cipher.ts';
export { computeBlindIndex } from './blind-index.ts';
export { isSm2PublicKey, signSm2, SM2_USER_ID, verifySm2 } from './sm2.ts';
export { generateSm2KeyPair, sm2KeyPairFromPrivate, type Sm2KeyPair } from './sm2-key.ts';
export { decodePem, encodePem, exportSm2PrivateKey, exportSm2PublicKey, importSm2PrivateKey, importSm2PublicKey } from './sm2-pem.ts';
export {
  isCertificateTrusted,
  issueCertificate,
  readCertificate,
  type Certificate,
  type CertificateName,
  type CertificateRequest,
} from './certificate.ts';
export {
  makeElectronicSeal,
  readElectronicSeal,
  type ElectronicSeal,
  type SealPicture,
  type SealProperties,
} from './electronic-seal.ts';
export { readSealSignature, sealDigest, sealSignatureRoom, type SealSignature, type SealSigner } from './seal-signature.ts';
export { signDetached, verifyDetached, type DetachedSignature } from './detached-signature.ts';
