/** Kinds of file that may be attached to a case. */
export const mediaTypes = {
  'application/pdf': { extension: 'pdf', aliases: [] },
  'image/jpeg': { extension: 'jpg', aliases: ['jpeg', 'jpe', 'jfif'] },
  'image/png': { extension: 'png', aliases: [] },
  'application/ofd': { extension: 'ofd', aliases: [] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', aliases: [] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', aliases: [] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { extension: 'pptx', aliases: [] },
} as const;

export type MediaType = keyof typeof mediaTypes;

/** Kinds that every browser shows safely by itself. */
export const shownInline: ReadonlySet<string> = new Set<MediaType>(['application/pdf', 'image/jpeg', 'image/png']);

const unwantedNames: Readonly<Record<string, string>> = {
  'application/x-msdownload': 'Windows 程序', 'application/vnd.microsoft.portable-executable': 'Windows 程序', 'application/x-elf': 'Linux 程序',
  'application/x-mach-binary': 'macOS 程序', 'application/java-vm': 'Java 程序', 'application/vnd.android.package-archive': '安卓安装包',
  'application/java-archive': 'Java 程序包', 'application/x-ms-shortcut': 'Windows 快捷方式', 'application/wasm': '网页程序',
  'application/zip': '压缩包', 'application/x-rar-compressed': '压缩包', 'application/vnd.rar': '压缩包', 'application/x-7z-compressed': '压缩包',
  'application/gzip': '压缩包', 'application/x-tar': '压缩包', 'application/x-bzip2': '压缩包', 'application/x-xz': '压缩包',
  'application/zstd': '压缩包', 'application/vnd.ms-cab-compressed': '压缩包', 'application/x-iso9660-image': '光盘映像',
  'application/x-cfb': '旧版 Office 文档（doc、xls、ppt）', 'application/rtf': 'RTF 文档', 'application/xml': 'XML 文件', 'application/postscript': 'PostScript 文件',
  'text/html': '网页', 'image/svg+xml': 'SVG 图形', 'text/x-script': '脚本程序',
  'image/heic': '苹果手机的 HEIC 照片', 'image/heif': 'HEIF 照片', 'image/webp': 'WebP 图片', 'image/gif': 'GIF 图片', 'image/bmp': 'BMP 图片',
  'image/tiff': 'TIFF 图片', 'image/avif': 'AVIF 图片', 'image/vnd.adobe.photoshop': 'Photoshop 图片', 'image/apng': '动画图片', 'image/vnd.dwg': 'CAD 图纸',
};

const unwantedFamilies: readonly (readonly [string, string])[] = [['video/', '视频'], ['audio/', '音频'], ['font/', '字体'], ['image/', '不支持的图片']];

/** What people call a kind of file that is refused. */
export function nameOfUnwanted(type: string): string {
  const base = type.split(';')[0] ?? type;
  return unwantedNames[base] ?? unwantedFamilies.find(([prefix]) => base.startsWith(prefix))?.[1] ?? `其他类型的文件（${base}）`;
}
