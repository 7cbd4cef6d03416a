import { chooseText } from '../../locale/locale.ts';

/** Words about files. */
export const fileText = chooseText({
  'zh-CN': {
    tooLarge: (name: string, size: string, limit: string) => `“${name}”有 ${size}，超过了 ${limit} 的上限。请压缩或分成几个文件后再上传。`,
    empty: (name: string) => `“${name}”是空文件，请重新选择。`,
    wrongType: (name: string, allowed: string) => `“${name}”的格式不能用于这份材料，请上传 ${allowed} 文件。`,
    tooMany: (limit: number) => `这份材料最多上传 ${limit} 个文件，请先删除不需要的。`,
    interrupted: '上传中断了，请检查网络后重新上传。',
    uploading: (name: string, percent: number) => `正在上传 ${name}，${percent}%`,
    cancel: '取消上传',
    remove: '删除',
    removeOf: (name: string) => `删除文件：${name}`,
    view: (name: string) => `查看文件：${name}`,
    limits: (types: string, size: string, count: number) => `可上传 ${types}，每个不超过 ${size}${count > 1 ? `，最多 ${count} 个` : ''}`,
    notScanned: '未做病毒检查',
  },
});
