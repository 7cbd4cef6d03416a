import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { precompress } from './vite/precompress.ts';

/** What every page needs and no release of ours changes, kept apart so that browsers keep it. */
const lasting = /[\\/]node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack[\\/][^\\/]+)[\\/]/;

/** Development talks to a running server named by TONGBAN_SERVER; the built workbench is served by that server itself. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'TONGBAN_').TONGBAN_SERVER ?? 'http://127.0.0.1:8080';
  return {
    base: '/workbench/',
    plugins: [react(), precompress()],
    server: { host: '127.0.0.1', port: 18700, strictPort: true, proxy: { '/api': server } },
    build: {
      target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false, chunkSizeWarningLimit: 900,
      rollupOptions: { output: { manualChunks: (id) => (lasting.test(id) ? 'react' : undefined) } },
    },
  };
});
