import { Module } from '@nestjs/common';
import { MailFiles } from './mail-files';
import { Mailer } from './mailer';

@Module({ providers: [Mailer, MailFiles], exports: [Mailer, MailFiles] })
export class MailModule {}
