import './console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client';
import { App } from './app';

const queryClient = createQueryClient();

async function start() {
  // A constant in a build, so that the bundler drops the code for development.
  if (import.meta.env.MODE === 'alone') {
    const { answerFromExamples } = await import('./dev/answer-from-examples');
    answerFromExamples();
  }
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
