import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Deployment } from './deployment';
import { DeploymentRepository } from './deployment.repository';
import { ForeignPaymentsRepository } from './foreign-payments.repository';
import { ForeignPaymentsService } from './foreign-payments.service';

/**
 * Gives every module the one Deployment. Its id is made once and kept in the database: replicas share it, and a restored
 * backup has it. DEPLOYMENT_ID has precedence, so that a copy of a database can be told apart.
 */
@Global()
@Module({
  providers: [
    DeploymentRepository,
    ForeignPaymentsRepository,
    ForeignPaymentsService,
    {
      provide: Deployment,
      useFactory: async (config: Config, deployments: DeploymentRepository, clock: Clock) =>
        new Deployment(
          config.deploymentId ?? (await deployments.findOrKeep(randomUUID(), clock.now())),
        ),
      inject: [Config, DeploymentRepository, Clock],
    },
  ],
  exports: [Deployment, ForeignPaymentsService],
})
export class DeploymentModule {}
