import { organizationCodeCheckCharacter, residentIdCheckCharacter, unifiedSocialCreditCheckCharacter } from '@tongban/identifiers';

/**
 * An identity number with a right check character that belongs to nobody: the six leading digits name no region that
 * ever issued numbers (519999), the serial is given.
 */
export function fictitiousResidentId(serial: number, birthDate = '19900101', region = '519999'): string {
  const first17 = `${region}${birthDate}${String(serial % 1_000).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** A unified social credit code with right check characters that belongs to nobody (region 519999). */
export function fictitiousCreditCode(serial: number, registration = '91'): string {
  const organization = `MA${String(serial).padStart(6, '0')}`;
  const first17 = `${registration}519999${organization}${organizationCodeCheckCharacter(organization)}`;
  return first17 + unifiedSocialCreditCheckCharacter(first17);
}

/** A mobile number of a range that is not assigned to subscribers here (1990000xxxx). */
export function fictitiousMobile(serial: number): string {
  return `1990000${String(serial % 10_000).padStart(4, '0')}`;
}
