import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Deadline } from '../http/lifecycle/deadline.interceptor';
import { Answers } from '../openapi/answers';
import { pictureIdSchema } from './picture-source';
import { PictureService } from './picture.service';
import { pictureTypes } from './sniff-picture';

/** Should a browser ever open one as a page, it runs nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What both answers send. */
const CACHED = {
  ETag: 'Of the picture, for If-None-Match.',
  'Cache-Control': 'Browsers keep it for a day.',
};

/** `imageUrl` of a product or an order's item leads here, where its picture is on another host. */
@ApiTags('checkout')
@Controller('api/pictures')
export class PictureController {
  constructor(private readonly pictures: PictureService) {}

  /** A product's picture by its key. Browsers keep it for a day and then ask whether it has changed. */
  @Get(':id')
  @Deadline('stripe')
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the picture that the browser has.',
    schema: { type: 'string' },
  })
  @Answers({
    summary:
      'The picture of a product, fetched from another host so that shoppers visit only the shop',
    params: { id: pictureIdSchema },
    200: { description: 'The bytes of the picture.', media: pictureTypes, sends: CACHED },
    304: { description: 'The browser has it already.', sends: CACHED },
    problems: ['NOT_FOUND', 'INTERNAL_ERROR', 'SERVICE_UNAVAILABLE'],
  })
  async picture(
    @Param('id') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { type, bytes, etag } = await this.pictures.find(id);
    response.set({
      'Cache-Control': 'public, max-age=86400',
      'Content-Security-Policy': POLICY,
      ETag: etag,
    });
    if (request.headers['if-none-match']?.includes(etag)) {
      response.status(304);
      return undefined;
    }
    return new StreamableFile(bytes, { type, length: bytes.length });
  }
}
