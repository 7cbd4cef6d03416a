import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** Development talks to a running server named by TONGBAN_SERVER; the built workbench is served by that server itself. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'TONGBAN_').TONGBAN_SERVER ?? 'http://127.0.0.1:8080';
  return {
    base: '/workbench/',
    plugins: [react()],
    server: { host: '127.0.0.1', port: 18600, strictPort: true, proxy: { '/api': server } },
    build: { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  };
});
