import { makeElectronicSeal, type Certificate, type ElectronicSeal, type SealProperties, type Sm2KeyPair } from '@tongban/gm-crypto';
import { outlineSeal, SEAL_DIAMETER_MM, sealToSvg, type SealAppearance } from './seal-outline.ts';

/** What a seal maker is told to make. */
export interface SealOrder extends Omit<SealProperties, 'picture' | 'name'> {
  readonly appearance: SealAppearance;
}

/**
 * Makes the electronic seal of an organisation (GB/T 38540) whose picture is the drawn seal.
 * Its name is organisation plus purpose. Throws `documents.missing-glyph`.
 */
export async function makeOrganizationSeal(order: SealOrder, maker: Certificate, makerKeys: Sm2KeyPair): Promise<ElectronicSeal> {
  const { appearance, ...properties } = order;
  const picture = Buffer.from(sealToSvg(await outlineSeal(appearance)));
  return makeElectronicSeal(
    {
      ...properties,
      name: appearance.organization + (appearance.purpose ?? ''),
      picture: { type: 'SVG', data: picture, widthMm: SEAL_DIAMETER_MM, heightMm: SEAL_DIAMETER_MM },
    },
    maker,
    makerKeys,
  );
}
