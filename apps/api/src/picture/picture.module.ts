import { Module } from '@nestjs/common';
import { PictureController } from './picture.controller';
import { PictureRepository } from './picture.repository';
import { PictureService } from './picture.service';

@Module({
  controllers: [PictureController],
  providers: [PictureRepository, PictureService],
  exports: [PictureService],
})
export class PictureModule {}
