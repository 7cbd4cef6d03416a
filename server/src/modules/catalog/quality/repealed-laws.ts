/** A law that guides still name although another took its place. */
interface RepealedLaw { readonly name: string; readonly replacement: string; readonly since: string }

/** Laws and regulations replaced by others, with the day from which the new one holds; a city adds to the list as a setting. */
export const repealedLaws: readonly RepealedLaw[] = [
  { name: '中华人民共和国民法通则', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国民法总则', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国婚姻法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国继承法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国收养法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国担保法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国合同法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国物权法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国侵权责任法', replacement: '中华人民共和国民法典', since: '2021-01-01' },
  { name: '中华人民共和国食品卫生法', replacement: '中华人民共和国食品安全法', since: '2009-06-01' },
  { name: '中华人民共和国环境噪声污染防治法', replacement: '中华人民共和国噪声污染防治法', since: '2022-06-05' },
  { name: '中华人民共和国中外合资经营企业法', replacement: '中华人民共和国外商投资法', since: '2020-01-01' },
  { name: '中华人民共和国外资企业法', replacement: '中华人民共和国外商投资法', since: '2020-01-01' },
  { name: '中华人民共和国中外合作经营企业法', replacement: '中华人民共和国外商投资法', since: '2020-01-01' },
  { name: '中华人民共和国治安管理处罚条例', replacement: '中华人民共和国治安管理处罚法', since: '2006-03-01' },
  { name: '行政复议条例', replacement: '中华人民共和国行政复议法', since: '1999-10-01' },
  { name: '中华人民共和国公司登记管理条例', replacement: '中华人民共和国市场主体登记管理条例', since: '2022-03-01' },
  { name: '中华人民共和国企业法人登记管理条例', replacement: '中华人民共和国市场主体登记管理条例', since: '2022-03-01' },
  { name: '中华人民共和国合伙企业登记管理办法', replacement: '中华人民共和国市场主体登记管理条例', since: '2022-03-01' },
  { name: '农民专业合作社登记管理条例', replacement: '中华人民共和国市场主体登记管理条例', since: '2022-03-01' },
  { name: '企业法人法定代表人登记管理规定', replacement: '中华人民共和国市场主体登记管理条例', since: '2022-03-01' },
  { name: '个体工商户条例', replacement: '促进个体工商户发展条例', since: '2022-11-01' },
  { name: '城市房屋拆迁管理条例', replacement: '国有土地上房屋征收与补偿条例', since: '2011-01-21' },
  { name: '婚姻登记管理条例', replacement: '婚姻登记条例', since: '2003-10-01' },
  { name: '食品经营许可管理办法', replacement: '食品经营许可和备案管理办法', since: '2023-12-01' },
  { name: '中华人民共和国契税暂行条例', replacement: '中华人民共和国契税法', since: '2021-09-01' },
  { name: '中华人民共和国城市维护建设税暂行条例', replacement: '中华人民共和国城市维护建设税法', since: '2021-09-01' },
  { name: '中华人民共和国印花税暂行条例', replacement: '中华人民共和国印花税法', since: '2022-07-01' },
  { name: '中华人民共和国资源税暂行条例', replacement: '中华人民共和国资源税法', since: '2020-09-01' },
  { name: '中华人民共和国耕地占用税暂行条例', replacement: '中华人民共和国耕地占用税法', since: '2019-09-01' },
  { name: '中华人民共和国车辆购置税暂行条例', replacement: '中华人民共和国车辆购置税法', since: '2019-07-01' },
  { name: '中华人民共和国增值税暂行条例', replacement: '中华人民共和国增值税法', since: '2026-01-01' },
];

/** A law's name as it is compared: without book-title marks, the country's name and what stands in brackets at the end. */
export function plainLawName(name: string): string {
  return name.replace(/[《》\s]/g, '').replace(/[（(][^）)]*[）)]$/, '').replace(/^中华人民共和国/, '');
}
