# syntax=docker/dockerfile:1
# Two images from one build: `--target api` (the API, and its jobs with another command) and `--target web` (the
# shop, and the console with another folder).

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY . .
RUN npx nx run-many -t build -p api web console

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund --ignore-scripts

FROM node:24.21.0-bookworm-slim AS api
ENV NODE_ENV=production
ENV API_HOST=0.0.0.0
ENV DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/apps/api dist/apps/api
# The demo shop, until another one is mounted there.
ENV SHOP_CONFIG=/shop/shop.json
COPY shop.json /shop/
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]

FROM node:24.21.0-bookworm-slim AS web
ENV NODE_ENV=production
ENV WEB_HOST=0.0.0.0
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/apps/web dist/apps/web
COPY --from=build /app/dist/apps/console dist/apps/console
# The demo shop with its pictures, until another one is mounted there.
ENV SHOP_CONFIG=/shop/shop.json
COPY shop.json products.json /shop/
COPY products /shop/products
USER node
EXPOSE 4200
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:4200/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/web/server/main.js"]
