/** Days after which an officer's password must be changed (domain.md §9 身份鉴别 a). */
export const passwordMaxAgeDays = 90;

/** How many former passwords must not be used again, the present one included. */
export const rememberedPasswords = 5;

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/**
 * Judges a new password by GB/T 22239-2019 8.1.4.1 a: at least 8 characters (10 for administrators), three of four
 * classes, nothing of the account's name in it. Gives the sentence that says what to change, or undefined.
 * @param names account name, mobile or document number the password must not contain
 */
export function findPasswordFault(password: string, options: { administrator: boolean; names: readonly string[] }): string | undefined {
  const least = options.administrator ? 10 : 8;
  if ([...password].length < least) return `密码至少要有 ${least} 个字符，请加长后重新设置。`;
  if (/\p{Cc}/u.test(password)) return '密码中不能有换行等控制字符。';
  if (classes.filter((one) => one.test(password)).length < 3) return '密码应包含大写字母、小写字母、数字、符号中的至少三种。';
  const lower = password.toLowerCase();
  const named = options.names.map((name) => name.toLowerCase()).filter((name) => name.length >= 3)
    .some((name) => lower.includes(name) || lower.includes([...name].reverse().join('')));
  if (named) return '密码中不能包含账号、手机号码或证件号码，正写倒写都不行。';
  if (/(.)\1{3}/u.test(password)) return '同一个字符不能连续出现 4 次。';
  return undefined;
}
